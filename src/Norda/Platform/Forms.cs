using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Norda.Platform;

public static class Forms
{
    extension(PageModel page)
    {
        /// <summary>The form once more with what was typed and what is wrong with it: 422.</summary>
        public IActionResult ShowAgain()
        {
            page.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return page.Page();
        }
    }
}
