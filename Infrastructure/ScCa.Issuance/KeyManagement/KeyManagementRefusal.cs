namespace ScCa.Issuance.KeyManagement;

/// <summary>Why the key management turned something down.</summary>
public enum KeyManagementRefusal
{
    ArchiveUnreadable = 0,
    ArchiveAlreadyThere = 1,
    CustodiansTooFew = 2,
    TaskIsAnothers = 3,
    KeyUnknown = 4,
    SharesTooFew = 5,
    ShareWrong = 6,
    SharesOfOnePerson = 7,
    ArchivedKeyAltered = 8,
    ReasonMissing = 9,
    ShareUnreadable = 10,
}
