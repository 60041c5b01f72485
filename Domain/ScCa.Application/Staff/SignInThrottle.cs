using NodaTime;

namespace ScCa.Application.Staff;

/// <summary>
/// Slows guessing down: after three failures each further one doubles the pause before the next try, up to a quarter of an hour; an hour without a try forgets
/// them. Kept in memory: a restart forgets too. Accounts are told apart by a hash of 16 bits with a key of the process, unknown ones like known ones, so that
/// any number of invented names takes bounded room; now and then two accounts share a pause.
/// </summary>
internal sealed class SignInThrottle(IClock clock)
{
    private const int FreeFailures = 3;
    private const int PlacesMask = 0xFFFF;
    private static readonly Duration PauseMax = Duration.FromMinutes(15);
    private static readonly Duration Memory = Duration.FromHours(1);

    private readonly Dictionary<int, (int Failures, Instant Last)> places = [];
    private readonly Lock changing = new();

    /// <summary>Counts a try, before it is checked, so that tries at once share the pauses. Answers how long to wait first; null: go on.</summary>
    public Duration? Begin(string account)
    {
        var now = clock.GetCurrentInstant();
        var place = PlaceOf(account);
        lock (changing)
        {
            var (failures, last) = places.TryGetValue(place, out var found) && found.Last + Memory > now ? found : (0, now);
            var next = last + PauseAfter(failures);
            if (next > now)
                return next - now;
            places[place] = (failures + 1, now);
            return null;
        }
    }

    public void Succeeded(string account)
    {
        lock (changing)
            places.Remove(PlaceOf(account));
    }

    private static Duration PauseAfter(int failures) =>
        failures < FreeFailures ? Duration.Zero : Duration.Min(PauseMax, Duration.FromSeconds(1L << Math.Min(failures - FreeFailures + 1, 20)));

    // String hashes are keyed anew in every process.
    private static int PlaceOf(string account) => string.GetHashCode(account, StringComparison.Ordinal) & PlacesMask;
}
