namespace Norda.Platform.Contributions;

/// <summary>
/// What a feature adds to the menu: register one as a singleton. Text is a key of <see cref="Texts"/>;
/// TabText is what fits under an icon on a phone.
/// </summary>
public sealed record NavItem(string Text, string Href, string Icon, int Order, string? TabText = null);
