using ScCa.Domain.People;

namespace ScCa.Application.Privacy;

/// <summary>What a subject was made from: one person may be several.</summary>
public enum SubjectKind
{
    /// <summary>The ID number of whom a certificate names.</summary>
    IdNumber,

    /// <summary>The phone of whoever handled something; its owner's, for whomever he handled it.</summary>
    Phone,

    /// <summary>The account that one payment came from.</summary>
    Payment,

    /// <summary>An account of the back office.</summary>
    Staff,
}

internal static class SubjectKinds
{
    public const string IdNumber = "i-";
    public const string Phone = "s-";
    public const string Payment = "p-";
    public const string Staff = "st-";

    public static SubjectKind Of(SubjectId subject) => subject.Value switch
    {
        var id when id.StartsWith(IdNumber, StringComparison.Ordinal) => SubjectKind.IdNumber,
        var id when id.StartsWith(Payment, StringComparison.Ordinal) => SubjectKind.Payment,
        var id when id.StartsWith(Staff, StringComparison.Ordinal) => SubjectKind.Staff,
        _ => SubjectKind.Phone,
    };
}
