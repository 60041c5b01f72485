using System.Text;
using ScCa.Keys.Cryptoki;
using Xunit;

namespace ScCa.Keys.Tests.Tokens;

/// <summary>Objects in a token that nothing here would make.</summary>
internal static class RawObjects
{
    /// <summary>A P-256 pair whose private key is not sensitive.</summary>
    public static void GenerateReadableKey(string tokenLabel, string label)
    {
        var calls = new CryptokiCalls(SoftHsm.FunctionList);
        var slot = calls.Slots().Single(s => calls.TokenInfo(s).Label.ToString() == tokenLabel);
        var session = calls.OpenSession(slot);
        calls.Login(session, Cku.User, Encoding.ASCII.GetBytes(SoftHsm.InitialPin));
        calls.GenerateKeyPair(
            session, Ckm.EcKeyPairGen,
            new AttributeTemplate().With(Cka.Token, true).With(Cka.Label, label).With(Cka.Id, [1])
                .With(Cka.EcParams, Convert.FromHexString("06082a8648ce3d030107")).With(Cka.Verify, true),
            new AttributeTemplate().With(Cka.Token, true).With(Cka.Label, label).With(Cka.Id, [1]).With(Cka.Private, true).With(Cka.Sign, true)
                .With(Cka.Sensitive, false).With(Cka.Extractable, true));
        Assert.Equal(CkRv.CKR_OK, calls.CloseSession(session));
    }
}
