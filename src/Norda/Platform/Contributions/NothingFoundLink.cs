namespace Norda.Platform.Contributions;

/// <summary>
/// Where a search without results may go on: register one as a singleton. Text is a key of <see cref="Texts"/>;
/// Address makes an address from "~/" of what was searched for.
/// </summary>
public sealed record NothingFoundLink(string Text, string Icon, Func<string, string> Address);
