using System.Collections;
using System.Reflection;
using ScCa.Application.Privacy;
using ScCa.Application.Tests.Events;
using ScCa.Domain.People;
using Xunit;

namespace ScCa.Application.Tests.Privacy;

public sealed class EventSubjectsTests
{
    // An event that names a person in a way that is forgotten here would let his data go too early.
    [Fact, Trait("rule", "A10")]
    public void A10_Every_subject_that_any_event_names_anywhere_in_it_is_found()
    {
        foreach (var sample in EventSamples.All.Where(e => e is not SubjectEvent).Concat(EventSamples.Shapes.Select(s => s.Event)))
        {
            var named = Named(sample).Distinct().ToArray();
            Assert.True(named.ToHashSet().SetEquals(EventSubjects.Of(sample)), $"{sample.GetType().Name} names {string.Join(", ", named)}");
        }

        Assert.NotEmpty(EventSamples.All.SelectMany(e => EventSubjects.Of(e)));
    }

    private static IEnumerable<SubjectId> Named(object? value) => value switch
    {
        null or string => [],
        SubjectId subject => [subject],
        IEnumerable many => many.Cast<object?>().SelectMany(Named),
        _ when value.GetType().Namespace?.StartsWith("ScCa.", StringComparison.Ordinal) != true || value.GetType().IsEnum => [],
        _ => value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0).Select(p => p.GetValue(value)).SelectMany(Named),
    };
}
