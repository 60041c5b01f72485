namespace ScCa.Pki.Paths;

/// <summary>What is looked at in a certificate of a path, by the clauses of RFC 5280 §6.1.</summary>
public enum PathStep
{
    /// <summary>A way from the certificate to a trust anchor.</summary>
    Search = 0,

    /// <summary>§6.1.3 (a)(1).</summary>
    Signature = 1,

    /// <summary>§6.1.3 (a)(4).</summary>
    NameChaining = 2,

    /// <summary>§6.1.3 (a)(2).</summary>
    Validity = 3,

    /// <summary>§6.1.3 (b) and (c).</summary>
    NameConstraints = 4,

    /// <summary>§6.1.4 (o), §6.1.5 (f), and that every extension that is known is well-formed.</summary>
    Extensions = 5,

    /// <summary>§6.1.4 (k).</summary>
    BasicConstraints = 6,

    /// <summary>§6.1.4 (l) and (m).</summary>
    PathLength = 7,

    /// <summary>§6.1.4 (n), and the usage that the caller demands of the first certificate.</summary>
    KeyUsage = 8,

    /// <summary>The purpose that the caller demands, §4.2.1.12.</summary>
    Purpose = 9,

    /// <summary>§6.1.3 (d) to (f), §6.1.4 (a), (b), (h) to (j), §6.1.5 (a), (b), (g).</summary>
    Policies = 10,

    /// <summary>§6.1.3 (a)(3), §6.3.</summary>
    Revocation = 11,
}
