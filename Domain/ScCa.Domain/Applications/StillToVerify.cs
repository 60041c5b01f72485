using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Applications;

/// <summary>What a proof of identity other than a key or a transfer needs: this application, approved, still needing it.</summary>
internal static class StillToVerify
{
    public static Refusal? Refuses(Certificate state, int application, Verification method) => state switch
    {
        NotApplied => Refuse.CertificateUnknown(),
        { Open: { } open } when open.Number == application => open switch
        {
            { IsApproved: false } => Refuse.ApplicationNotReady(application, open.Step),
            _ when !open.StillNeeds(method) => Refuse.VerificationNotAwaited(method),
            _ => null,
        },
        _ => Refuse.ApplicationNotOpen(application),
    };
}
