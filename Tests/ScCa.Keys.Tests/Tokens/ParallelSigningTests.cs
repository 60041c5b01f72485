using System.Collections.Concurrent;
using ScCa.Keys.Cryptoki;
using ScCa.Keys.Tokens;
using Xunit;

namespace ScCa.Keys.Tests.Tokens;

[Collection(TokenTestCollection.Name)]
public sealed class ParallelSigningTests(SoftHsm hsm)
{
    [Fact]
    public void A_thousand_signatures_at_once_all_verify_and_use_no_more_sessions_than_allowed()
    {
        using var token = new WrappedToken(hsm, options => options with { SessionsMax = 4 });
        using var key = token.Key();
        var signatures = new byte[1000][];

        Parallel.For(0, signatures.Length, new ParallelOptions { MaxDegreeOfParallelism = 32 }, i => signatures[i] = key.Sign(BitConverter.GetBytes(i)));

        Assert.All(Enumerable.Range(0, signatures.Length), i => Signatures.AssertVerifies(key, BitConverter.GetBytes(i), signatures[i]));
        Assert.InRange(WrappingModule.SessionsMost, 1, 4);
        Assert.Equal(0, WrappingModule.WrongUserPins);
    }

    [Fact]
    public async Task While_the_token_goes_and_comes_and_fails_every_signature_is_made_in_the_end_and_refused_by_type_until_then()
    {
        using var token = new WrappedToken(hsm, options => options with { SessionsMax = 4 });
        using var key = token.Key();
        var refusals = new ConcurrentBag<TokenRefusedException>();
        var made = 0;
        using var done = new CancellationTokenSource();
        var disturbing = Task.Run(() =>
        {
            var faults = new[] { CkRv.CKR_SESSION_HANDLE_INVALID, CkRv.CKR_USER_NOT_LOGGED_IN, CkRv.CKR_KEY_HANDLE_INVALID, CkRv.CKR_DEVICE_ERROR };
            for (var i = 0; !done.IsCancellationRequested; i++)
            {
                Faults.Inject(i % 2 == 0 ? "C_Sign" : "C_SignInit", faults[i % faults.Length], done: i % 3 == 0, times: 2);
                if (i % 5 == 4)
                {
                    WrappingModule.TakeOut();
                    Thread.Yield();
                    WrappingModule.PutBack();
                }

                if (i % 7 == 6)
                    WrappingModule.LogOutUnderneath();
                Thread.Sleep(1);
            }
        });

        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 12 }, i =>
        {
            // Until it is made: what the token refuses now it signs later, whatever happens to it.
            for (var isMade = false; !isMade;)
            {
                try
                {
                    Signatures.AssertVerifies(key, BitConverter.GetBytes(i), key.Sign(BitConverter.GetBytes(i)));
                    Interlocked.Increment(ref made);
                    isMade = true;
                }
                catch (TokenRefusedException refused)
                {
                    refusals.Add(refused);
                    Thread.Sleep(1);
                }
            }
        });
        await done.CancelAsync();
        await disturbing;

        Faults.Heal();
        WrappingModule.PutBack();
        Assert.All(refusals, Refusals.AssertTexts);
        Assert.Equal(200, made);
        Assert.NotEmpty(refusals);
        Assert.Equal(0, WrappingModule.WrongUserPins);
        token.SignWell();
    }

    [Fact]
    public async Task An_operation_waits_no_longer_than_it_may_and_says_that_the_token_is_busy()
    {
        using var token = new WrappedToken(hsm, options => options with { SessionsMax = 1, WaitMax = TimeSpan.FromMilliseconds(50) });
        using var key = token.Key();
        token.SignWell();
        using var entered = new ManualResetEventSlim();
        using var leave = new ManualResetEventSlim();
        Faults.Hold("C_Sign", entered, leave);
        var held = Task.Run(() => key.Sign([1]), TestContext.Current.CancellationToken);
        entered.Wait(TestContext.Current.CancellationToken);

        token.Refused(TokenRefusal.TokenBusy, () => key.Sign([2]));
        token.Refused(TokenRefusal.TokenBusy, () => token.Verify(SoftHsm.InitialPin));

        leave.Set();
        Signatures.AssertVerifies(key, [1], await held);
        token.SignWell();
    }
}
