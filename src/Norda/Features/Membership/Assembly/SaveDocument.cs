using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Files;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Assembly;

/// <summary>A document of the library with what it begins with.</summary>
public sealed record DocumentOrder(string? Title, DocumentKind Kind, ResolutionVisibility Visibility);

/// <summary>A version as it is to be kept.</summary>
public sealed record VersionOrder(string? Label, DateOnly? ValidFrom, IFormFile? Pdf);

/// <summary>Puts a document with its first version into the library.</summary>
public class SaveDocument(AppDb db, Me me, AddDocumentVersion add, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<(int? Id, Outcome Outcome)> Run(DocumentOrder order, VersionOrder first, CancellationToken cancel)
    {
        if (!me.IsOffice)
            return (null, Outcome.Refuse(texts["To może zrobić tylko biuro izby."]));
        if (PlainText.Line(order.Title) is not { Length: > 0 and <= ChamberDocumentMap.LongestTitle } title)
            return (null, Outcome.Refuse(texts["Nazwij dokument (do 200 znaków)."], "Title"));
        if (!Enum.IsDefined(order.Kind) || !Enum.IsDefined(order.Visibility))
            return (null, Outcome.Refuse(texts["Wybierz, kto może czytać."], "Visibility"));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var document = new ChamberDocument { Title = title, Kind = order.Kind, Visibility = order.Visibility, CreatedBy = me.Id, CreatedAt = clock.GetUtcNow().UtcDateTime };
        db.Add(document);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            return (null, Outcome.Refuse(texts["Dokument o tej nazwie już jest. Dodaj do niego nową wersję."], "Title"));
        }

        var outcome = await add.Run(document.Id, order.Visibility, first, cancel);
        if (outcome.Refused)
            return (null, outcome);
        await transaction.CommitAsync(cancel);
        return (document.Id, Outcome.Done);
    }
}

/// <summary>Adds the next version of a document, or says who may read it. Former versions stay.</summary>
public class AddDocumentVersion(AppDb db, Me me, StorePdf store, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <param name="version">Null changes the readers alone.</param>
    public async Task<Outcome> Run(int documentId, ResolutionVisibility visibility, VersionOrder? version, CancellationToken cancel)
    {
        if (!me.IsOffice)
            return Outcome.Refuse(texts["To może zrobić tylko biuro izby."]);
        if (!Enum.IsDefined(visibility))
            return Outcome.Refuse(texts["Wybierz, kto może czytać."], "Visibility");
        if (await db.Set<ChamberDocument>().SingleOrDefaultAsync(d => d.Id == documentId, cancel) is not { } document)
            return Outcome.Refuse(texts["Tego dokumentu nie ma."]);
        document.Visibility = visibility;
        if (version is not null && await Add(document, version, cancel) is { } fault)
            return fault;
        try
        {
            await db.SaveChangesAsync(cancel);
            return Outcome.Done;
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            return Outcome.Refuse(texts["Wersja o tej nazwie już jest. Nazwij nową inaczej, na przykład rokiem."], "Label");
        }
    }

    private async Task<Outcome?> Add(ChamberDocument document, VersionOrder version, CancellationToken cancel)
    {
        if (PlainText.Line(version.Label) is not { Length: > 0 and <= ChamberDocumentMap.LongestLabel } label)
            return Outcome.Refuse(texts["Nazwij wersję, na przykład „2026” (do 40 znaków)."], "Label");
        if (version.ValidFrom is not { Year: >= 1989 and <= 2100 } from)
            return Outcome.Refuse(texts["Podaj, od kiedy obowiązuje, na przykład 1.12.2026."], "ValidDate");
        var (file, refusal) = await store.Run(version.Pdf, cancel);
        if (file is null)
            return Outcome.Refuse(refusal!, "pdf");
        db.Add(new DocumentVersion { DocumentId = document.Id, Label = label, ValidFrom = from, FileId = file.Id, CreatedBy = me.Id, CreatedAt = clock.GetUtcNow().UtcDateTime });
        return null;
    }
}
