namespace ScCa.Issuance.Lints;

/// <summary>What a certificate is to be: each is judged by the lints that bind its use.</summary>
[Flags]
internal enum LintedUses
{
    None = 0,
    HolderSigning = 1 << 0,
    HolderEncryption = 1 << 1,
    Root = 1 << 2,
    Issuing = 1 << 3,
    Cross = 1 << 4,
    OcspResponder = 1 << 5,
    TimestampAuthority = 1 << 6,
    SealMaker = 1 << 7,
    Holders = HolderSigning | HolderEncryption,
    Authorities = Root | Issuing | Cross,
    All = Holders | Authorities | OcspResponder | TimestampAuthority | SealMaker,
}
