using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Norda.Platform;

public static class Forms
{
    extension(PageModel page)
    {
        /// <summary>The form once more with what was typed and what is wrong with it: 422.</summary>
        /// <param name="wait">It came too often: 429, and when to come back.</param>
        public IActionResult ShowAgain(TimeSpan? wait = null)
        {
            page.Response.StatusCode = wait is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status429TooManyRequests;
            if (wait is { } pause)
                page.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(pause.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return page.Page();
        }
    }
}
