namespace ScCa.Application.Ports;

/// <summary>
/// The secret that subjects' keys are wrapped under and phones are hashed with. It leaves its holder only as keys derived for one purpose.
/// </summary>
public interface IMasterKey
{
    /// <summary>Fills the span with the key for a purpose; the same purpose always gives the same key. The caller wipes it.</summary>
    void Derive(string purpose, Span<byte> key);
}
