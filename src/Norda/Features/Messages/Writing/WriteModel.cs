using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Directory;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Messages.Writing;

/// <summary>The form of a first message, whoever it is for.</summary>
public abstract class WriteModel(StartThread start) : PageModel
{
    [BindProperty]
    public ThreadForm Form { get; set; } = new();

    public string Name { get; protected set; } = "";

    /// <summary>Where the person works, or who reads for the firm.</summary>
    public string? About { get; protected set; }

    protected IActionResult Open(bool found)
    {
        Form = new ThreadForm { Key = Guid.NewGuid().ToString("N") };
        return found ? Page() : NotFound();
    }

    protected async Task<IActionResult> Send(Addressee to, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return this.ShowAgain();
        var (thread, outcome) = await start.Run(to, Form, cancel);
        if (outcome.Refusal is not { } refusal)
            return Redirect(Url.Content($"~/wiadomosci/{thread}#odpowiedz"));
        ModelState.AddModelError(outcome.Field ?? "", refusal);
        return this.ShowAgain(outcome.Wait);
    }
}

/// <summary>Where a member writes to a person.</summary>
[Access(Resource.Message, Act.Create)]
[ResponseCache(NoStore = true)]
[RequestSizeLimit(ReadAttachments.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = ReadAttachments.MostBytes)]
public class ToPersonModel(AppDb db, Me me, StartThread start) : WriteModel(start)
{
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel) => Open(await Find(id, cancel));

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel) => await Find(id, cancel) ? await Send(new Addressee(id, null), cancel) : NotFound();

    private async Task<bool> Find(int id, CancellationToken cancel)
    {
        var person = await db.WhoReceiveMessages().Where(u => u.Id == id && u.Id != me.Id)
            .Select(u => new { u.Name, Firm = u.Companies.Where(c => c.Status == CompanyUserStatus.Approved).OrderByDescending(c => c.CompanyId == u.CompanyId).Select(c => c.Company.Name).FirstOrDefault() }).SingleOrDefaultAsync(cancel);
        (Name, About) = (person?.Name ?? "", person?.Firm);
        return person is not null;
    }
}

/// <summary>Where a member writes to a firm of the directory.</summary>
[Access(Resource.Message, Act.Create)]
[ResponseCache(NoStore = true)]
[RequestSizeLimit(ReadAttachments.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = ReadAttachments.MostBytes)]
public class ToFirmModel(AppDb db, StartThread start, IStringLocalizer<Texts> texts) : WriteModel(start)
{
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel) => Open(await Find(slug, cancel) is not null);

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancel) => await Find(slug, cancel) is { } firm ? await Send(new Addressee(null, firm), cancel) : NotFound();

    private async Task<int?> Find(string slug, CancellationToken cancel)
    {
        var firm = await db.Companies.Listed().Where(c => c.Slug == slug).Select(c => new { c.Id, c.Name }).SingleOrDefaultAsync(cancel);
        (Name, About) = (firm?.Name ?? "", texts["Odpowie jedna z osób, które prowadzą profil firmy."]);
        return firm?.Id;
    }
}
