using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Directory.Editor;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Directory.Care;

public sealed class NewFirmForm
{
    [Required(ErrorMessage = "Wpisz nazwę firmy.")]
    [StringLength(200, ErrorMessage = "Nazwa ma do 200 znaków.")]
    public string Name { get; set; } = "";

    [StringLength(300, ErrorMessage = "Pełna nazwa ma do 300 znaków.")]
    public string? LegalName { get; set; }

    [Required(ErrorMessage = "Wpisz NIP firmy: 10 cyfr.")]
    [StringLength(30, ErrorMessage = "Wpisz NIP firmy: 10 cyfr.")]
    [Nip]
    public string Nip { get; set; } = "";

    [StringLength(254, ErrorMessage = "Adres e-mail ma do 254 znaków.")]
    public string? Email { get; set; }

    [StringLength(100, ErrorMessage = "Miejscowość ma do 100 znaków.")]
    public string? Town { get; set; }

    public int? CategoryId { get; set; }

    /// <summary>Seen in the directory at once; otherwise it waits until the office switches it on.</summary>
    public bool IsListed { get; set; } = true;
}

/// <summary>Puts a firm into the directory by hand. One tax number is one firm, also one that was put away.</summary>
public class AddFirm(AppDb db, Me me, SaveFirm save, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <returns>The number of the new firm, or why there is none.</returns>
    public async Task<(int? Id, Outcome Outcome)> Run(NewFirmForm form, CancellationToken cancel)
    {
        if (!me.IsOffice)
            return (null, Outcome.Refuse(texts["To może zrobić tylko biuro izby."]));
        if (!Nip.TryParse(form.Nip, out var nip))
            return (null, Outcome.Refuse(texts["Wpisz NIP firmy: 10 cyfr."], "Form.Nip"));
        string? email = null;
        if (!string.IsNullOrWhiteSpace(form.Email) && !Email.TryParse(form.Email, out email))
            return (null, Outcome.Refuse(texts["Wpisz adres e-mail firmy, na przykład biuro@firma.pl."], "Form.Email"));
        if (await Taken(nip, cancel) is { } taken)
            return (null, taken);
        if (form.CategoryId is { } category && !await db.Categories.AnyAsync(c => c.Id == category, cancel))
            return (null, Outcome.Refuse(texts["Wybierz branżę z listy."], "Form.CategoryId"));
        var firm = await New(form, nip, email, cancel);
        db.Add(firm);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            await db.SaveChangesAsync(cancel); // first its number, which the index needs
            await save.Run(firm, cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            await transaction.RollbackAsync(cancel);
            db.ChangeTracker.Clear();
            return (null, await Taken(nip, cancel) ?? Outcome.Refuse(texts["Ktoś właśnie dodaje firmę o tej nazwie. Spróbuj jeszcze raz."]));
        }

        await transaction.CommitAsync(cancel);
        return (firm.Id, Outcome.Done);
    }

    private async Task<Company> New(NewFirmForm form, string nip, string? email, CancellationToken cancel)
    {
        var (now, name) = (clock.GetUtcNow().UtcDateTime, PlainText.Line(form.Name)!);
        var legal = PlainText.Line(form.LegalName);
        return new Company
        {
            Name = name, LegalName = legal, Slug = await FirmSlug.Free(db, name, nip, cancel), Nip = nip, Email = email, LegalForm = LegalForm.From(legal ?? name), CategoryId = form.CategoryId,
            Address = new Address { Town = PlainText.Line(form.Town) }, Status = form.IsListed ? CompanyStatus.Active : CompanyStatus.Pending, CreatedAt = now, UpdatedAt = now,
        };
    }

    private async Task<Outcome?> Taken(string nip, CancellationToken cancel) =>
        await db.Companies.Where(c => c.Nip == nip).Select(c => new { c.Name, c.Status }).SingleOrDefaultAsync(cancel) switch
        {
            null => null,
            { Status: CompanyStatus.Archived, Name: var name } => Outcome.Refuse(texts["Ten NIP ma firma z archiwum: {0}. Przywróć ją, zamiast dodawać drugi raz.", name], "Form.Nip"),
            { Name: var name } => Outcome.Refuse(texts["Ten NIP ma już firma {0}.", PolishText.Last(name)], "Form.Nip"),
        };
}
