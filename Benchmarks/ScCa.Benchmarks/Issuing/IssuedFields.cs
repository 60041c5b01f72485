namespace ScCa.Benchmarks.Issuing;

/// <summary>What both sides' certificates say.</summary>
internal static class IssuedFields
{
    public const string Serial = "8F0E0D0C0B0A09080706050403020100";
    public const string Name = "成都某某科技有限公司";
    public const string Code = "91350100M000100Y43";
    public const string Crl = "http://crl.example.test/scca.crl";
    public const string Ocsp = "http://ocsp.example.test/";
    public const string Issuer = "http://aia.example.test/scca.crt";
}
