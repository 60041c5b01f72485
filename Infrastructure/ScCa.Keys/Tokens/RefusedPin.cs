using System.Security.Cryptography;

namespace ScCa.Keys.Tokens;

/// <summary>
/// Remembers a PIN that the token refused, so that a program which tries again and again does not use up the tries that a person has left. What is
/// remembered is a keyed digest under a key of this process. It is forgotten when another PIN is given, when a person has had a PIN confirmed or set, or when
/// the token, having shown fewer tries, shows all of them again: then somebody has entered the right one.
/// </summary>
internal sealed class RefusedPin
{
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    private readonly Lock gate = new();

    private byte[]? digest;

    private bool hasShownFewerTries;

    public void Remember(PinOctets pin, PinTries triesAfter)
    {
        lock (gate)
        {
            digest = HMACSHA256.HashData(key, pin.Octets);
            hasShownFewerTries = triesAfter != PinTries.All;
        }
    }

    public void Forget()
    {
        lock (gate)
            digest = null;
    }

    public bool Is(PinOctets pin, PinTries triesNow)
    {
        lock (gate)
        {
            if (hasShownFewerTries && triesNow == PinTries.All)
                digest = null;
            return digest is { } refused && CryptographicOperations.FixedTimeEquals(refused, HMACSHA256.HashData(key, pin.Octets));
        }
    }
}
