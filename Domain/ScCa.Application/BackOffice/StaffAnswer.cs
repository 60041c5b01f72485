using ScCa.Application.Execution;
using ScCa.Application.Texts;
using ScCa.Domain.Certificates;

namespace ScCa.Application.BackOffice;

internal static class StaffAnswer
{
    public static Outcome<StaffReceipt> From(Answer<Certificate> answer, CertificateId certificate, TextCatalog texts) => answer switch
    {
        Answer<Certificate>.Accepted accepted => new StaffReceipt(certificate.Value, accepted.Position),
        Answer<Certificate>.Refused(var refusal) => RefusalText.From(refusal, texts),
        _ => throw new InvalidOperationException("An answer of no known kind."),
    };
}
