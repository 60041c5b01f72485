using ScCa.Application.Inputs;
using ScCa.Application.Privacy;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Hall;

/// <summary>Who handles an application and how, as it was filled in and read.</summary>
internal sealed record ApplyingFields(string HandlerName, Phone? Phone, Channel Channel, HandledBy HandledBy, WindowId? Window)
{
    public static ApplyingFields Of(string handlerName, string phone, string channel, string handledBy, string? window, Parsed parsed) => new(
        parsed.HandlerName(handlerName),
        parsed.Phone(phone),
        parsed.Named<Channel>(channel, "channel"),
        parsed.Named<HandledBy>(handledBy, "handledBy"),
        string.IsNullOrWhiteSpace(window) ? null : parsed.Choice(window, WindowId.Parse, "window"));
}
