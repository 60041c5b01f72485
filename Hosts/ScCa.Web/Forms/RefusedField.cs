using ScCa.Application;

namespace ScCa.Web.Forms;

/// <summary>Which field of a form a refusal speaks about, so that it can stand there and be linked to.</summary>
internal static class RefusedField
{
    public static string? Of(RefusalText? refusal) => refusal switch
    {
        null => null,
        { Code: "PhoneMalformed" or "SmsCodeTooSoon" or "SmsNotSent" } => "Phone",
        { Code: "SmsCodeWrong" or "SmsCodeExpired" } => "Code",
        { Code: "HolderNameMalformed" } => "HolderName",
        { Code: "CreditCodeMalformed" } => "CreditCode",
        { Code: "HandlerNameMalformed" } => "HandlerName",
        { Code: "PostalAddressMalformed" or "PostalAddressMissing" } => "PostalAddress",
        { Code: "PersonNameMalformed" } => "PersonName",
        { Code: "IdNumberMalformed" } => "IdNumber",
        { Code: "UnitOfHolderMissing" } => "HolderName",
        { Code: "ChannelNotOffered" or "OnlineReviewComesFirst" or "TakenByStaffOnly" } => "Channel",
        { Code: "CapacityNotOffered" } => "HandledBy",
        { Code: "SealsNotOfferedWithNew" or "OneSealComesWithTheCertificate" or "SealPictureMissing" } => "SealPictures",
        { Code: "SealPictureNotJudged" } => "SealPicture",
        { Code: "FileMissing" or "FileTooLarge" or "FileUnreadable" } => refusal.Facts["field"],
        { Code: "VisitMalformed" or "VisitInThePast" or "WindowServesAnotherDay" } => "Visit",
        { Code: "RoleNotOffered" } => "Role",
        { Code: "RegionMissing" or "RegionNotOffered" } => "Region",
        { Code: "TermNotOffered" } => "TermYears",
        { Code: "ReasonMissing" } => "Reason",
        { Code: "TrackingNumberMissing" } => "TrackingNumber",
        { Code: "ChoiceUnknown" or "TextTooLong" } => Named(refusal.Facts["field"]),
        { Code: "SignInFailed" or "SignInDelayed" } => "Account",
        { Code: "EnrolmentCodeWrong" } => "Code",
        { Code: "PassphraseTooShort" } => "NewPassphrase",
        { Code: "AmountMalformed" } => "Amount",
        { Code: "PayerMissing" } => "Payer",
        { Code: "DateMalformed" } => "Date",
        { Code: "InstantMalformed" } => "AsOf",
        { Code: "RoleAccountNotConfirmed" or "RoleAccountLocked" or "SubAccountIsNotBound" } => "Account",
        { Code: "CertificateMissing" or "KeyOfAnotherUnit" } => "Certificate",
        { Code: "SearchTextMalformed" } => "Text",
        { Code: "PeriodMalformed" } => "From",
        { Code: "TrackingNumberTaken" } => "TrackingNumber",
        _ => null,
    };

    private static string? Named(string field) => field switch
    {
        "@Field.role" => "Role",
        "@Field.region" => "Region",
        "@Field.term" => "TermYears",
        "@Field.reason" => "Reason",
        "@Field.passphrase" => "NewPassphrase",
        "@Field.trackingNumber" => "TrackingNumber",
        "@Field.channel" => "Channel",
        "@Field.handledBy" => "HandledBy",
        "@Field.loss" => "Loss",
        "@Field.wish" => "Wish",
        "@Field.sealPicture" => "SealPictures",
        "@Field.finding" => "SealPicture",
        "@Field.account" => "Account",
        "@Field.kind" => "Kind",
        _ => null,
    };
}
