using System.Collections.Concurrent;
using ScCa.Keys.Cryptoki;

namespace ScCa.Keys.Tokens;

/// <summary>The token as it was found in one slot: its sessions, its login, and where its keys were found. Where the token has to be found again, another one takes its place.</summary>
internal sealed class TokenConnection
{
    private readonly ConcurrentDictionary<TokenKeyAddress, (long Epoch, nuint Handle)> keys = [];

    private TokenConnection(CryptokiModule module, long generation, nuint slot, TokenOptions options, RefusedPin refused)
    {
        Calls = module.Calls;
        Generation = generation;
        Slot = slot;
        Sessions = new SessionPool(Calls, slot, options.SessionsMax);
        Login = new TokenLogin(Calls, slot, options, refused);
    }

    public CryptokiCalls Calls { get; }

    /// <summary>The module's, when this was opened.</summary>
    public long Generation { get; }

    public nuint Slot { get; }

    public SessionPool Sessions { get; }

    public TokenLogin Login { get; }

    public static TokenConnection Open(CryptokiModule module, TokenOptions options, RefusedPin refused)
    {
        var generation = module.Generation;
        return new(module, generation, TokenSlot.Find(module.Calls, options), options, refused);
    }

    /// <summary>The key's handle, searched for where it is not known or was found under an earlier login.</summary>
    public nuint HandleOf(TokenKeyAddress address, nuint session)
    {
        var epoch = Login.Epoch;
        if (keys.TryGetValue(address, out var known) && known.Epoch == epoch)
            return known.Handle;
        var handle = TokenObjects.PrivateKey(Calls, session, address);
        keys[address] = (epoch, handle);
        return handle;
    }

    public void ForgetHandles() => keys.Clear();
}
