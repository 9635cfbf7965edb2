using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Norda.Platform;

/// <summary>One sentence that the next page says in passing: "Zapisano."</summary>
public static class Flash
{
    public const string Key = "Flash";

    extension(PageModel page)
    {
        public void Say(string sentence) => page.TempData[Key] = sentence;
    }
}
