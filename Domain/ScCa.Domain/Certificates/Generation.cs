using NodaTime;

namespace ScCa.Domain.Certificates;

/// <summary>From the first to the last second of a generation.</summary>
public sealed record Validity(Instant NotBefore, Instant NotAfter)
{
    public static Validity Until(Instant notBefore, LocalDate lastDate) => new(notBefore, Shanghai.LastSecondOf(lastDate));
}

/// <summary>One issued X.509 certificate within a certificate's life (证书实例).</summary>
public sealed record Generation(int Number, SerialNumber Serial, Validity Validity, Der Certificate)
{
    public LocalDate NotAfterDate => Shanghai.DateOf(Validity.NotAfter);

    // Valid through the last second named: X.509 counts in whole seconds, so the day ends where the next one starts.
    public bool IsValidAt(Instant instant) => Validity.NotBefore <= instant && instant < Validity.NotAfter + Duration.FromSeconds(1);
}

/// <summary>A signature that the authority has committed to: what will be signed, by which key, under which serial.</summary>
public sealed record SigningIntent(
    int Application, int Generation, SerialNumber Serial, Digest TbsDigest, string SigningKey, Validity Validity);

/// <summary>Permission for the assistant to write the renewed certificate onto the key (开通更新权限).</summary>
public sealed record UpdateGrant(int Application, LocalDate NotAfter, Instant GrantedAt)
{
    /// <summary>The generation made for this grant, once it is; it waits to be written to the key.</summary>
    public int? Generation { get; init; }
}
