namespace ScCa.Pki.Paths;

/// <summary>What is known of a certificate as of the instant that is asked about.</summary>
public enum RevocationState
{
    /// <summary>It was not looked at: nobody asked, something else is wrong already, or the certificate is one that is never revoked.</summary>
    NotChecked = 0,
    Good = 1,
    Revoked = 2,
    Unknown = 3,
}
