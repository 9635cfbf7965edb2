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

        /// <summary>What came of a verb: its sentence and the next page, or the page again with the refusal beside its field.</summary>
        /// <param name="again">Fills the page as when it is opened; where it finds nothing to show, the answer is 404.</param>
        public async Task<IActionResult> Answer(Outcome outcome, string done, Func<IActionResult> next, Func<Task<IActionResult>> again)
        {
            if (outcome.Refusal is not { } refusal)
            {
                page.Say(done);
                return next();
            }

            page.ModelState.Clear();
            page.ModelState.AddModelError(outcome.Field ?? "", refusal);
            return await again() is PageResult ? page.ShowAgain(outcome.Wait) : page.NotFound();
        }

        /// <summary>What is wrong with a field of the form that came back.</summary>
        public string? FaultOf(string field) => page.ModelState.TryGetValue(field, out var state) ? state.Errors.FirstOrDefault()?.ErrorMessage : null;
    }
}
