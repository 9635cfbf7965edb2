using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Norda.Platform;

/// <summary>Address of a firm's site: http or https, a real host name in lower case, no slash at the end of a bare host.</summary>
public static class WebAddress
{
    public const int MaxLength = 500;

    public static bool TryParse([NotNullWhen(true)] string? text, out string address)
    {
        address = "";
        var typed = (text ?? "").Trim();
        if (typed.Length is 0 or > MaxLength || typed.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            return false;
        if (!typed.Contains("://", StringComparison.Ordinal))
            typed = "https://" + typed;
        if (!Uri.TryCreate(typed, UriKind.Absolute, out var uri) || !IsSite(uri))
            return false;
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        var path = uri.PathAndQuery + uri.Fragment;
        address = $"{uri.Scheme}://{uri.IdnHost.ToLowerInvariant()}{port}{(path == "/" ? "" : path)}";
        return address.Length <= MaxLength;
    }

    /// <summary>What people call the site: orlen.pl, without scheme and www.</summary>
    public static string Display(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
            return address;
        var host = uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host;
        if (host.Contains("xn--", StringComparison.Ordinal))
            host = new IdnMapping().GetUnicode(host);
        return host + uri.PathAndQuery.TrimEnd('/');
    }

    // No address of this network, no name of one machine, and no "user@": that is an e-mail in the wrong column.
    private static bool IsSite(Uri uri) =>
        uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 && uri.HostNameType == UriHostNameType.Dns && HostName.IsPublic(uri.IdnHost);
}

/// <summary>Names that the domain name system could know.</summary>
internal static class HostName
{
    public static bool IsPublic(string host)
    {
        var labels = host.Split('.');
        return host.Length <= 253 && labels.Length >= 2 && labels.All(IsLabel)
            && labels[^1].Length >= 2 && (labels[^1].All(char.IsAsciiLetter) || labels[^1].StartsWith("xn--", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
