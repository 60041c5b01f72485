namespace ScCa.Application.Ports;

/// <summary>Unpredictable bytes from a cryptographically secure generator; safe from any thread.</summary>
public interface IRandomSource
{
    void Fill(Span<byte> bytes);
}
