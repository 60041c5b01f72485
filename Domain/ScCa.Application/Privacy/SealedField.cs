namespace ScCa.Application.Privacy;

/// <summary>The fields under which people's facts are sealed: what was sealed as a phone opens as a phone only.</summary>
internal static class SealedField
{
    public const string HandlerName = "handler/name";
    public const string StaffName = "staff/name";
    public const string HandlerPhone = "handler/phone";
    public const string HolderName = "holder/name";
    public const string HolderIdNumber = "holder/id-number";
    public const string PayerName = "payer/name";
    public const string CertificateDer = "certificate/der";
    public const string PostalAddress = "handler/postal-address";
}
