using Xunit;

namespace ScCa.Signing.Tests;

public sealed class Sm2KeyExchangeTests
{
    private const string DA = "81EB26E941BB5AF16DF116495F90695272AE2CD63D6C4AE1678418BE48230029";
    private const string RA = "D4DE15474DB74D06491C440D305E012400990F3E390C7E87153C12DB2EA60BB3";
    private const string DB = "785129917D45A9EA5437A59356B82338EAADDA6CEB199088F14AE10DEFA229B5";
    private const string RB = "7E07124814B309489125EAED101113164EBF0F3458C5BD88335C1F9D596243D6";
    private const string PointA = "0464CED1BDBC99D590049B434D0FD73428CF608A5DB8FE5CE07F15026940BAE40E376629C7AB21E7DB260922499DDB118F07CE8EAAE3E7720AFEF6A5CC062070C0";
    private const string PointB = "04ACC27688A6F7B706098BC91FF3AD1BFF7DC2802CDB14CCCCDB0A90471F9BD7072FEDAC0494B2FFC4D6853876C79B8F301C6573AD0AA50F39FC87181E1A1B46FE";

    [Fact]
    public void The_example_comes_out_on_both_sides_and_is_confirmed()
    {
        using var a = Sm2PrivateKey.FromScalar(Hex.Bytes(DA));
        using var b = Sm2PrivateKey.FromScalar(Hex.Bytes(DB));
        using var initiator = new Sm2KeyExchange(true, a, Sm2Identity.Default, b.PublicKey, Sm2Identity.Default, Sm2PrivateKey.FromScalar(Hex.Bytes(RA)));
        using var responder = new Sm2KeyExchange(false, b, Sm2Identity.Default, a.PublicKey, Sm2Identity.Default, Sm2PrivateKey.FromScalar(Hex.Bytes(RB)));
        var (pointA, pointB) = (new byte[65], new byte[65]);
        initiator.ExportEphemeralPoint(pointA);
        responder.ExportEphemeralPoint(pointB);
        Assert.Equal((PointA, PointB), (Hex.Of(pointA), Hex.Of(pointB)));

        var (keyA, keyB) = (new byte[16], new byte[16]);
        initiator.Agree(pointB, keyA);
        responder.Agree(pointA, keyB);
        Assert.Equal("6C89347354DE2484C60B4AB1FDE4C6E5", Hex.Of(keyA));
        Assert.Equal(keyA, keyB);

        var (fromA, fromB) = (new byte[32], new byte[32]);
        initiator.Confirm(fromA);
        responder.Confirm(fromB);
        Assert.Equal("18C7894B3816DF16CF07B05C5EC0BEF5D655D58F779CC1B400A4F3884644DB88", Hex.Of(fromA));
        Assert.Equal("D3A0FE15DEE185CEAE907A6B595CC32A266ED7B3367E9983A896DC32FA20F8EB", Hex.Of(fromB));
        Assert.True(initiator.IsConfirmedBy(fromB));
        Assert.True(responder.IsConfirmedBy(fromA));
        Assert.False(initiator.IsConfirmedBy(fromA));
        Assert.False(responder.IsConfirmedBy(fromA.AsSpan(0, 31)));
    }

    [Fact]
    public void Fresh_sides_agree_and_strangers_do_not()
    {
        using var a = Sm2PrivateKey.Generate();
        using var b = Sm2PrivateKey.Generate();
        using var initiator = new Sm2KeyExchange(true, a, "a"u8, b.PublicKey, "b"u8);
        using var responder = new Sm2KeyExchange(false, b, "b"u8, a.PublicKey, "a"u8);
        using var stranger = new Sm2KeyExchange(false, b, "b"u8, a.PublicKey, "somebody"u8);
        var (pointA, pointB, pointC) = (new byte[65], new byte[65], new byte[65]);
        initiator.ExportEphemeralPoint(pointA);
        responder.ExportEphemeralPoint(pointB);
        stranger.ExportEphemeralPoint(pointC);
        var (keyA, keyB, keyC) = (new byte[48], new byte[48], new byte[48]);
        initiator.Agree(pointB, keyA);
        responder.Agree(pointA, keyB);
        stranger.Agree(pointA, keyC);
        Assert.Equal(keyA, keyB);
        Assert.NotEqual(keyA, keyC);
        var confirmation = new byte[32];
        stranger.Confirm(confirmation);
        Assert.False(initiator.IsConfirmedBy(confirmation));
        Assert.Throws<InvalidOperationException>(() => initiator.Agree(pointB, keyA));
    }

    [Fact]
    public void A_point_that_is_none_is_refused()
    {
        using var a = Sm2PrivateKey.Generate();
        using var exchange = new Sm2KeyExchange(true, a, "a"u8, a.PublicKey, "b"u8);
        var key = new byte[16];
        var offCurve = Hex.Bytes(PointB);
        offCurve[64] ^= 1;
        foreach (var point in (byte[][])[[], [0], offCurve, Hex.Bytes(PointB)[1..], new byte[65]])
            Assert.Equal(Sm2Refusal.PeerPointRejected, Assert.Throws<Sm2RefusedException>(() => exchange.Agree(point, key)).Refusal);
        Assert.Throws<InvalidOperationException>(() => exchange.Confirm(new byte[32]));
        Assert.Throws<InvalidOperationException>(() => exchange.IsConfirmedBy(new byte[32]));
    }
}
