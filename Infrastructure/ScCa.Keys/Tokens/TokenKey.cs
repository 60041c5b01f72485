namespace ScCa.Keys.Tokens;

/// <summary>A private key in a token. It signs there and never leaves; a signature that does not verify is not released.</summary>
public sealed class TokenKey : IKeyHolder
{
    private readonly TokenLine line;

    private readonly TokenKeyAddress address;

    private readonly TokenAlgorithm algorithm;

    private readonly bool asksEachTime;

    private int disposed;

    internal TokenKey(TokenLine line, TokenKeyAddress address, TokenAlgorithm algorithm, bool asksEachTime)
    {
        this.line = line;
        this.address = address;
        this.algorithm = algorithm;
        this.asksEachTime = asksEachTime;
        Name = KeyName.Of(algorithm.SubjectPublicKeyInfo.Span);
    }

    public string Name { get; }

    public KeyAlgorithm Algorithm => algorithm.Algorithm;

    public ReadOnlyMemory<byte> SubjectPublicKeyInfo => algorithm.SubjectPublicKeyInfo;

    /// <summary>Asks the token for the private key, logged in: whether it is there is known only by asking it, not by what was found before.</summary>
    public KeyNotReady? WhyNotReady()
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref disposed) != 0, this);
        try
        {
            line.Use((connection, session) => TokenObjects.PrivateKey(connection.Calls, session, address));
            return null;
        }
        catch (TokenRefusedException refused)
        {
            return new KeyNotReady(refused.Code, refused.ZhCn, refused.En);
        }
    }

    /// <exception cref="TokenRefusedException">The token refused; what could be put right without a person was tried once.</exception>
    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref disposed) != 0, this);
        var input = algorithm.InputFor(data);
        var answer = line.Use((connection, session) =>
        {
            connection.Calls.SignInit(session, algorithm.Mechanism, algorithm.MechanismParameter.Span, connection.HandleOf(address, session));
            if (asksEachTime)
                connection.Login.Confirm(session);
            return connection.Calls.Sign(session, input);
        });
        // A fault in the device's arithmetic can give the key away to whoever sees the faulty signature.
        return algorithm.SignatureFrom(answer) is { } signature && algorithm.Verifies(data, signature) ? signature : throw TokenRefusals.SignatureWrong(Name);
    }

    /// <summary>The token stays open: it is its owner's to close.</summary>
    public void Dispose() => Interlocked.Exchange(ref disposed, 1);

    public override string ToString() => Name;
}
