namespace ScCa.Console.Demo;

/// <summary>What happens to one holder, or to a few, on one platform. All stories share one clock and one store, as all business does.</summary>
/// <param name="name">Its heading stands under <c>demo.stories.{name}</c>.</param>
internal abstract class Story(string name, string platform)
{
    public string Name { get; } = name;

    public string Platform { get; } = platform;

    public abstract IEnumerable<Scene> Scenes();
}
