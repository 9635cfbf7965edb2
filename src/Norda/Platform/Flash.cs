using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Norda.Platform.Access;

namespace Norda.Platform;

/// <summary>One sentence that the next page says in passing: "Zapisano."</summary>
public static class Flash
{
    private const string Key = "Flash";

    /// <summary>Its own name, so that a page can see whether anything waits to be said without touching TempData: that would set a cookie, and no cache keeps a page that sets one.</summary>
    public const string Cookie = "norda-said";

    public static string? Heard(HttpRequest request, ITempDataDictionary data) => request.Cookies.ContainsKey(Cookie) || request.Cookies.ContainsKey(SafeCookie.Prefix + Cookie) ? data[Key] as string : null;

    extension(PageModel page)
    {
        public void Say(string sentence) => page.TempData[Key] = sentence;
    }
}
