using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Accounts.SignIn;
using Norda.Platform;

namespace Norda.Features.Office.FirstRun;

/// <summary>The steps stand open only while there is no administrator, and only to whoever gave the code of the log.</summary>
public abstract class FirstRunPage(FirstRunCode code, ShortMemory memory) : PageModel
{
    public const string Cookie = "first-run";
    public static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    protected string? Secret => memory.Read(HttpContext, Cookie);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await code.IsNeeded(HttpContext.RequestAborted))
            context.Result = NotFound();
        else if (!await code.IsRight(Secret, HttpContext.RequestAborted))
            context.Result = RedirectToPage("/Office/FirstRun/Index");
        else
            await next();
    }
}

/// <summary>Writes the code into the log of a copy that has no administrator.</summary>
public sealed class FirstRunNotice(IServiceScopeFactory scopes, IConfiguration configuration, ILogger<FirstRunNotice> log) : IBeforeOpening
{
    public async Task Prepare(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<FirstRunCode>().Issue(cancel) is not { } secret)
            return;
        var origin = (configuration[$"{SiteOptions.Section}:{nameof(SiteOptions.PublicUrl)}"] ?? configuration[WebHostDefaults.ServerUrlsKey]?.Split(';')[0] ?? Hosting.DefaultUrl).TrimEnd('/');
        log.LogWarning("There is no administrator yet. To set this copy up, open {Origin}/pierwsze-uruchomienie and give the code {Code} (good for 24 hours, once).", origin, secret);
    }
}
