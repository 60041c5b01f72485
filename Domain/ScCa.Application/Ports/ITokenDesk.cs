namespace ScCa.Application.Ports;

/// <summary>What is written onto a key: one certificate, or a pair with the encryption key, which only the key itself can take out of its envelope.</summary>
/// <param name="Encryption">Empty where the generation is one certificate, as is the envelope.</param>
public sealed record KeyContent(ReadOnlyMemory<byte> Signing, ReadOnlyMemory<byte> Encryption = default, ReadOnlyMemory<byte> EnvelopedKey = default);

/// <summary>
/// The desk where a USB key is filled: the key pair is made on the key and never leaves it. <b>Idempotence</b>: asked again for the same certificate and
/// generation, it answers with the same key pair's request.
/// </summary>
public interface ITokenDesk
{
    /// <summary>Makes the key pair on the key of the certificate, and answers with a PKCS#10 request signed by it.</summary>
    Task<ReadOnlyMemory<byte>> RequestKey(string certificate, int generation, CancellationToken cancellation);

    /// <summary>Writes what was issued onto the key; writing the same again changes nothing.</summary>
    Task Write(string certificate, int generation, KeyContent content, CancellationToken cancellation);
}
