using System.Globalization;

namespace Norda.Platform;

/// <summary>Says something in the language of who will read it, whoever the request or job belongs to.</summary>
public static class Spoken
{
    public static T In<T>(string? language, Func<T> say)
    {
        var (culture, words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(language == "en" ? "en-GB" : "pl-PL");
            return say();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, words);
        }
    }
}
