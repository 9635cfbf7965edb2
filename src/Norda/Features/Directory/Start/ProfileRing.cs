using Microsoft.AspNetCore.Mvc;
using Norda.Platform.Access;

namespace Norda.Features.Directory.Start;

/// <summary>How complete the profile of the own firm is, and what would add most: for those who may change it.</summary>
public sealed class ProfileRing(StartFirms firms, Me me) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var edited = me.Companies.Where(c => c.Role >= CompanyRole.Editor).Select(c => c.CompanyId).ToHashSet();
        var firm = edited.Count == 0 ? null : (await firms.Own(HttpContext.RequestAborted)).FirstOrDefault(f => edited.Contains(f.Firm.Id));
        return firm is null ? Content("") : View("/Features/Directory/Start/_Ring.cshtml", firm);
    }
}

/// <summary>The newest members of the chamber: those whom one has not met yet.</summary>
public sealed class NewFirms(StartFirms firms) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync() =>
        await firms.Newest(HttpContext.RequestAborted) is { Count: > 0 } newest ? View("/Features/Directory/Start/_NewFirms.cshtml", newest) : Content("");
}
