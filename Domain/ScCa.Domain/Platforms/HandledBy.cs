namespace ScCa.Domain.Platforms;

/// <summary>In what capacity a person handles the business for the holder.</summary>
public enum HandledBy
{
    /// <summary>经办人</summary>
    Handler,

    /// <summary>法定代表人; may prove himself in person instead of having a form stamped (P5).</summary>
    LegalRepresentative,
}
