using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Norda.Features.Accounts.Passwords;
using Norda.Features.Accounts.SignIn;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Accounts.MyData;

/// <summary>A person takes away all that is held about them; whoever only found an open browser does not.</summary>
[Access(Resource.Account, Act.Change)]
[FreshProof(OnlyWithoutPassword = true)]
[ResponseCache(NoStore = true)]
public class IndexModel(Me me, ConfirmPassword confirm, ExportPerson export, TimeProvider clock) : PageModel
{
    [BindProperty]
    [StringLength(PasswordRules.Longest, ErrorMessage = "Hasło może mieć do 200 znaków.")]
    public string? Password { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return this.ShowAgain();
        if (await confirm.Run(Password, nameof(Password), cancel) is not { Refusal: { } refusal } outcome)
            return await export.Download(this, me.Id!.Value, clock, cancel);
        ModelState.AddModelError(nameof(Password), refusal);
        return this.ShowAgain(outcome.Wait);
    }
}

public static class ExportDownload
{
    /// <summary>The export as a file; it waits on the disk, not in memory, and is deleted with the answer.</summary>
    public static async Task<IActionResult> Download(this ExportPerson export, PageModel page, int person, TimeProvider clock, CancellationToken cancel)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await export.Run(person, file, cancel);
        file.Position = 0;
        return page.File(file, "application/zip", $"moje-dane-{clock.Today():yyyy-MM-dd}.zip");
    }
}
