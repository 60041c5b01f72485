using ScCa.Pki.Certificates;

namespace ScCa.Pki.Paths;

/// <summary>A way up that is being made: its topmost certificate, and what lies below it. With an anchor it is whole.</summary>
/// <param name="Penalty">How little it promises: the search takes the smallest first.</param>
/// <param name="IsTried">Whether the signature under the topmost certificate is part of the penalty already.</param>
internal sealed record PartialPath(PkiCertificate Top, PartialPath? Below, TrustAnchor? Anchor, int Length, int Penalty, bool IsTried)
{
    public IReadOnlyList<PkiCertificate> Certificates()
    {
        var topFirst = new List<PkiCertificate>(Length);
        for (var at = this; at is not null; at = at.Below)
            topFirst.Add(at.Top);
        topFirst.Reverse();
        return topFirst;
    }

    /// <summary>RFC 4158 §5.2: the same name with the same key twice is a loop, under whatever certificate.</summary>
    public bool Holds(PkiCertificate certificate)
    {
        for (var at = this; at is not null; at = at.Below)
        {
            if (at.Top.PublicKey.Equals(certificate.PublicKey) && at.Top.Subject.Equals(certificate.Subject))
                return true;
        }

        return false;
    }
}
