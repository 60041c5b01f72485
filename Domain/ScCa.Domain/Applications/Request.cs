using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Applications;

/// <summary>What an application asks for; each operation has its own, next to its command.</summary>
public abstract record Request
{
    public abstract Operation Operation { get; }

    /// <summary>Whether nothing can come of it any more once the certificate has ended.</summary>
    public virtual bool NeedsValidCertificate => false;

    /// <summary>How many seal pictures the reviewer has to judge (S4).</summary>
    public virtual int SealPictures => 0;
}

/// <summary>A request that a decision alone fulfils; the others are fulfilled by the issue of a generation for a new key (C1, C7).</summary>
public abstract record DecidedRequest : Request
{
    /// <summary>What fulfils it, once it is reviewed, verified and paid as its policy demands.</summary>
    internal abstract Decision<Certificate> Fulfil(IssuedCertificate certificate, OpenApplication open, PolicyBook policies, NodaTime.Instant at);

    /// <summary>The facts of a fulfilment.</summary>
    protected static Decision<Certificate> Fulfilled(params ReadOnlySpan<Event<Certificate>> facts) => new Decision<Certificate>.Accepted([.. facts]);
}
