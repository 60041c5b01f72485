namespace ScCa.Application.Ports;

/// <summary>
/// The desk where a USB key is filled: the key pair is made on the key and never leaves it. <b>Idempotence</b>: asked again for the same certificate and
/// generation, it answers with the same key pair's request.
/// </summary>
public interface ITokenDesk
{
    /// <summary>Makes the key pair on the key of the certificate, and answers with a PKCS#10 request signed by it.</summary>
    Task<ReadOnlyMemory<byte>> RequestKey(string certificate, int generation, CancellationToken cancellation);

    /// <summary>Writes the issued certificate onto the key; writing the same one again changes nothing.</summary>
    Task Write(string certificate, int generation, ReadOnlyMemory<byte> certificateDer, CancellationToken cancellation);
}
