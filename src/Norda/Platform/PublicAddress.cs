using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Norda.Platform;

/// <summary>Where this copy stands. Section Norda.</summary>
public sealed class SiteOptions
{
    public const string Section = "Norda";

    /// <summary>Scheme and host of addresses that leave the site (search engines, shared links), such as "https://katalog.izba.pl".</summary>
    [RegularExpression("https?://[^/?#\\s]+/?")]
    public string? PublicUrl { get; set; }

    /// <summary>Where links lead in letters that nobody's request caused.</summary>
    public string Origin => PublicUrl?.TrimEnd('/') ?? Hosting.DefaultUrl;
}

/// <summary>Absolute addresses: from Norda:PublicUrl when it is set, else as the visitor came.</summary>
public static class PublicAddress
{
    extension(HttpRequest request)
    {
        public string Origin() =>
            request.HttpContext.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value.PublicUrl?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}";

        /// <summary>
        /// Where links in letters lead. Never what the caller wrote into the Host header: a link that sets a password must not
        /// go to a stranger's server. Without a public address only this machine's own name is believed.
        /// </summary>
        public string LetterOrigin() =>
            request.HttpContext.RequestServices.GetRequiredService<IOptions<SiteOptions>>().Value.PublicUrl?.TrimEnd('/')
            ?? (request.Host.Host is "localhost" or "127.0.0.1" or "[::1]" ? $"{request.Scheme}://{request.Host}" : Hosting.DefaultUrl);

        /// <param name="path">From "/", without the language.</param>
        public string PublicUrl(string path, bool english = false) => request.Origin() + (english ? RequestLanguage.EnglishPrefix : "") + path;

        public bool IsEnglish() => request.PathBase.Value!.EndsWith(RequestLanguage.EnglishPrefix, StringComparison.Ordinal);
    }
}
