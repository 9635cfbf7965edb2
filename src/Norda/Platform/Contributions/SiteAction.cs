using Norda.Platform.Access;

namespace Norda.Platform.Contributions;

/// <summary>
/// Something that people do here, for the menu "Dodaj" and the search: register one as a singleton. Text and Words are keys of
/// <see cref="Texts"/>; Words are what people may call it, parted by commas.
/// </summary>
public sealed record SiteAction(string Text, string Href, string Icon, string Words, int Order)
{
    /// <summary>Stands in the menu "Dodaj" of the start page.</summary>
    public bool Adds { get; init; }

    public (Resource Resource, Act Act) Requires { get; init; } = (Resource.Page, Act.Read);
}
