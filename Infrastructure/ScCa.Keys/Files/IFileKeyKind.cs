namespace ScCa.Keys.Files;

/// <summary>A private key in memory, of one kind. <b>Concurrency</b>: safe from any thread.</summary>
internal interface IFileKeyKind : IDisposable
{
    KeyAlgorithm Algorithm { get; }

    byte[] SubjectPublicKeyInfo { get; }

    byte[] Sign(ReadOnlySpan<byte> data);

    /// <summary>PKCS#8 in the clear, in memory that the caller wipes.</summary>
    byte[] ExportPkcs8();
}
