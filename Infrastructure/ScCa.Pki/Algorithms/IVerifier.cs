namespace ScCa.Pki.Algorithms;

/// <summary>One kind's way to check a signature. What it needs of the key was checked when it was made; it is for any number of threads.</summary>
internal interface IVerifier
{
    /// <summary>Whatever is malformed is false.</summary>
    bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature);
}
