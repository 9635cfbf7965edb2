using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Norda.Platform.Access;

namespace Norda.Features.Shared.Kit;

/// <summary>Every component with its states, for those who build pages; only in development.</summary>
[Access(Resource.Kit, Act.Read)]
public class KitModel(IHostEnvironment environment) : PageModel
{
    public IActionResult OnGet() => environment.IsDevelopment() ? Page() : NotFound();
}
