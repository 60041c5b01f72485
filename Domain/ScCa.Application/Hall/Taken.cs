using ScCa.Application.Execution;
using ScCa.Application.Inputs;
using ScCa.Application.Texts;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Hall;

/// <summary>What is answered when an application was taken, or was not.</summary>
internal static class Taken
{
    // A form sent twice is one application; sent again with other content, it must not pass for taken.
    public static Outcome<ApplicationReceipt> From(ApplyForCertificate apply, Answer<Certificate> answer, TextCatalog texts) =>
        answer is Answer<Certificate>.Accepted { IsRepeat: true, Events: [CertificateAppliedFor first, .. var others] }
            && (!IsFor(first, apply) || others.OfType<RegionNamed>().FirstOrDefault()?.Region != apply.Region)
            ? RefusalText.From(RefuseInput.FormAlreadySubmitted(apply.Certificate.Value), texts)
            : From(answer, apply.Certificate, texts);

    public static Outcome<ApplicationReceipt> From(Answer<Certificate> answer, CertificateId certificate, TextCatalog texts) => answer switch
    {
        Answer<Certificate>.Accepted(var state, var events, var position, _) => new ApplicationReceipt(
            certificate.Value, events.OfType<ApplicationEvent>().LastOrDefault()?.Application ?? 0, state.Open?.Charge.Total.Value ?? "0.00", position),
        Answer<Certificate>.Refused(var refusal) => RefusalText.From(refusal, texts),
        _ => throw new InvalidOperationException("An answer of no known kind."),
    };

    // What is sealed is sealed anew each time and never equal; who is meant is told by the indexes.
    private static bool IsFor(CertificateAppliedFor first, ApplyForCertificate again) =>
        (first.Platform, first.Term, first.Under.Applying.Handler.PhoneIndex, first.Holder.Role, first.Holder.Unit, first.Holder.NaturalPerson?.IdNumberIndex)
        == (again.Platform, again.Term, again.Applying.Handler.PhoneIndex, again.Holder.Role, again.Holder.Unit, again.Holder.NaturalPerson?.IdNumberIndex);
}
