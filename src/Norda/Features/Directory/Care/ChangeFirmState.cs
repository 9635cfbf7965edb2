using Microsoft.Extensions.Localization;
using Norda.Features.Directory.Editor;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Directory.Care;

/// <summary>Shows a firm in the directory, hides it, or puts it away; its page then answers that it is gone. Nothing is deleted.</summary>
public class ChangeFirmState(SaveFirm save, Me me, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int companyId, CompanyStatus state, CancellationToken cancel)
    {
        if (!me.IsOffice)
            return Outcome.Refuse(texts["To może zrobić tylko biuro izby."]);
        if (!Enum.IsDefined(state) || await save.Load(companyId, cancel) is not { } firm)
            return Outcome.Refuse(texts["Tej firmy już nie ma."]);
        if (firm.Status == state)
            return Outcome.Done;
        firm.Status = state;
        return await save.Run(firm, cancel) ? Outcome.Done : Outcome.Refuse(texts["Ktoś właśnie zapisał zmiany w tej firmie. Spróbuj jeszcze raz."]);
    }

    /// <summary>Key of the text for a state.</summary>
    public static string Word(CompanyStatus state) => state switch
    {
        CompanyStatus.Active => "W katalogu",
        CompanyStatus.Inactive => "Ukryta",
        CompanyStatus.Pending => "Czeka na włączenie",
        _ => "W archiwum",
    };
}
