namespace ScCa.Console.Demo.Stories;

/// <summary>One certificate's whole life, step by step: issued, renewed, expired.</summary>
internal sealed class LifeStory(DemoStage stage) : Story("life", DemoCast.Platform)
{
    public override IEnumerable<Scene> Scenes() =>
    [
        .. new FirstCertificate(stage).Scenes().Select(scene => scene with { Operation = "New", Completes = scene.Id == "issue" }),
        .. new Renewal(stage).Scenes().Select(scene => scene with { Operation = "Renew", Completes = scene.Id == "pull" }),
        .. new Expiry(stage).Scenes(),
    ];
}
