using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Testing;
using Xunit;

namespace ScCa.Domain.Tests.Properties;

/// <summary>What holds of every batch, and next to it something wrong that is found.</summary>
public sealed class BatchProperties(ITestOutputHelper output)
{
    [Fact, Trait("rule", "D1")]
    public void D1_Every_parcel_is_put_in_before_it_leaves_or_is_posted_and_nothing_is_posted_before_the_batch_is_closed()
    {
        var coverage = Walk().Check(KeepsAccount);
        output.WriteLine(coverage.ToString());

        coverage.Requires(
            nameof(ParcelAdded), nameof(ParcelRemoved), nameof(BatchClosed), nameof(ParcelPosted), "D1 ParcelAlreadyInBatch", "D1 ParcelNotInBatch",
            "D1 ParcelAlreadyPosted", "D1 BatchIsClosed", "D1 BatchNotClosed", "D1 BatchIsEmpty", "D1 BatchNotYetDue", "D1 TrackingNumberMissing",
            "D1 TrackingNumberTaken");
    }

    [Fact, Trait("rule", "D1")]
    public void D1_A_closed_batch_that_takes_more_is_found() => Finds(Walk(
        (state, command) => (state, command) is (ClosedBatch, AddParcel add) && state.Find(add.Certificate, add.Application) is null
            ? new ParcelAdded(add.Date, add.Certificate, add.Application, add.At)
            : command.Decide(state, TestPolicies.OneVersion),
        (state, happened) => (state, happened) is (ClosedBatch, ParcelAdded added)
            ? state with { Parcels = state.Parcels.Add(new BatchParcel(added.Certificate, added.Application)) }
            : happened.Evolve(state)));

    [Fact, Trait("rule", "D1")]
    public void D1_Two_parcels_under_one_tracking_number_are_found() => Finds(Walk((state, command) => command switch
    {
        PostParcel post when state is ClosedBatch && state.Find(post.Certificate, post.Application) is { IsPosted: false } =>
            new ParcelPosted(post.Date, post.Certificate, post.Application, "SF", post.By, post.At),
        _ => command.Decide(state, TestPolicies.OneVersion),
    }));

    [Fact]
    public void An_event_that_cannot_follow_says_so() => Walk().Check(walk =>
    {
        foreach (var happened in Lives.AllPosted.History.Concat(Lives.EmptiedBatch.History))
        {
            var follows = Record.Exception(() => happened.Evolve(walk.State));
            Assert.Equal(Follows(walk.State, happened), follows is null);
            Assert.True(follows is null or ImpossibleEventException, $"{follows}");
        }
    });

    private static bool Follows(DispatchBatch state, Event<DispatchBatch> happened) => happened switch
    {
        ParcelAdded e => state is not ClosedBatch && state.Find(e.Certificate, e.Application) is null,
        ParcelRemoved e => state.Find(e.Certificate, e.Application) is { IsPosted: false },
        ParcelPosted e => state is ClosedBatch && state.Find(e.Certificate, e.Application) is { IsPosted: false },
        _ => state is OpenBatch { Parcels.Length: > 0 },
    };

    private static void KeepsAccount(Walk<DispatchBatch> walk)
    {
        var (waiting, posted, numbers, isClosed) = (new HashSet<(CertificateId, int)>(), new HashSet<(CertificateId, int)>(), new HashSet<string>(), false);
        foreach (var happened in walk.History)
        {
            switch (happened)
            {
                case ParcelAdded e:
                    Assert.False(isClosed, "A closed batch took a parcel.");
                    Assert.True(waiting.Add((e.Certificate, e.Application)), "A parcel was put in twice.");
                    break;
                case ParcelRemoved e:
                    Assert.True(waiting.Remove((e.Certificate, e.Application)), "A parcel left that was not waiting.");
                    break;
                case BatchClosed e:
                    Assert.False(isClosed, "A batch was closed twice.");
                    Assert.NotEmpty(waiting);
                    Assert.True(Shanghai.DateOf(e.At) >= e.Date, "A batch was closed before its day.");
                    isClosed = true;
                    break;
                case ParcelPosted e:
                    Assert.True(isClosed && waiting.Remove((e.Certificate, e.Application)), "A parcel was posted that was not waiting in a closed batch.");
                    Assert.True(posted.Add((e.Certificate, e.Application)), "A parcel was posted twice.");
                    Assert.True(numbers.Add(e.TrackingNumber), "Two parcels have one tracking number.");
                    break;
            }
        }

        Assert.Equal(waiting, walk.State.Parcels.Where(p => !p.IsPosted).Select(p => (p.Certificate, p.Application)).ToHashSet());
        Assert.Equal(posted, walk.State.Parcels.Where(p => p.IsPosted).Select(p => (p.Certificate, p.Application)).ToHashSet());
        Assert.Equal(isClosed, walk.State is ClosedBatch);
    }

    internal static Walker<DispatchBatch> Walk(
        Func<DispatchBatch, Command<DispatchBatch>, Decision<DispatchBatch>>? decide = null, Func<DispatchBatch, Event<DispatchBatch>, DispatchBatch>? evolve = null)
    {
        var right = new Walker<DispatchBatch>(Example.PostedAt, Next);
        return new Walker<DispatchBatch>(Example.PostedAt, Next) { Decide = decide ?? right.Decide, Evolve = evolve ?? right.Evolve };
    }

    private static Command<DispatchBatch> Next(Walk<DispatchBatch> walk, Choices choices)
    {
        var (certificate, application) = (choices.Pick(["c-1", "c-2", "c-3"]), choices.Weighted((5, 1), (1, 2)));
        return choices.Weighted<Func<Command<DispatchBatch>>>(
            (4, () => Commands.Add(certificate, application)),
            (2, () => Commands.Remove(certificate, application)),
            (1, () => Commands.CloseBatch()),
            (1, () => Commands.CloseBatch(Example.IssuedAt)),
            (6, () => Commands.PostParcel(certificate, choices.Pick(["SF1", "SF2", ""]), application)))();
    }

    private void Finds(Walker<DispatchBatch> wrong)
    {
        var found = Assert.Throws<TestFailedException>(() => wrong.Check(KeepsAccount));
        output.WriteLine(found.Message);
        Assert.Contains("The property does not hold", found.Message, StringComparison.Ordinal);
    }
}
