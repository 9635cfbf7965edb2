using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace Norda.Platform;

/// <summary>A box that came neither ticked nor empty is refused and shown empty again: the framework's own box cannot show what it cannot read.</summary>
public sealed class TypedTick(IModelBinder inner) : IModelBinder
{
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        await inner.BindModelAsync(bindingContext);
        if (!bindingContext.Result.IsModelSet && bindingContext.ModelState.GetFieldValidationState(bindingContext.ModelName) == ModelValidationState.Invalid)
            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, bool.FalseString, bool.FalseString);
    }

    public sealed class Provider : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.UnderlyingOrModelType == typeof(bool) && context.BindingInfo.BindingSource is not { IsFromRequest: false }
            ? new TypedTick(new SimpleTypeModelBinder(context.Metadata.ModelType, context.Services.GetRequiredService<ILoggerFactory>())) : null;
    }
}
