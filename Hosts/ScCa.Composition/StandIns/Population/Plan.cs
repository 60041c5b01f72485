using NodaTime;
using ScCa.Domain.Platforms;

namespace ScCa.Composition.StandIns.Population;

/// <summary>Something an inhabitant means to do on a day.</summary>
internal sealed record Plan(LocalDate On, Inhabitant Who, Operation Operation);
