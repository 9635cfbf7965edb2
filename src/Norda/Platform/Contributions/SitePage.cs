namespace Norda.Platform.Contributions;

/// <summary>
/// A public page that search engines and the search of the site know about: register one as a singleton.
/// Title and Words are keys of <see cref="Texts"/>; Words are what people may call the page, parted by commas.
/// </summary>
public sealed record SitePage(string Title, string Href, string Words);
