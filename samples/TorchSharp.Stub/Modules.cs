using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public class Module : IDisposable
            {
                protected Module(string name) => throw StandIn.CannotRun();

                public virtual bool training => throw StandIn.CannotRun();

                public virtual void train(bool on = true) => throw StandIn.CannotRun();

                public virtual void eval() => throw StandIn.CannotRun();

                public virtual void zero_grad(bool set_to_none = true) => throw StandIn.CannotRun();

                public virtual IEnumerable<Parameter> parameters(bool recurse = true) => throw StandIn.CannotRun();

                public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) => throw StandIn.CannotRun();

                public virtual IEnumerable<(string name, Module module)> named_modules() => throw StandIn.CannotRun();

                public virtual Dictionary<string, Tensor> state_dict() => throw StandIn.CannotRun();

                public Module save(string location, IList<string> skip = null) => throw StandIn.CannotRun();

                public virtual Module load(string location, bool strict = true, IList<string> skip = null) => throw StandIn.CannotRun();

                public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(Dictionary<string, Tensor> source, bool strict = true, IList<string> skip = null) => throw StandIn.CannotRun();

                public virtual Module apply(Action<Module> fn) => throw StandIn.CannotRun();

                public virtual void register_module(string name, Module submodule) => throw StandIn.CannotRun();

                public void add_module(string name, Module module) => throw StandIn.CannotRun();

                public virtual void register_parameter(string name, Parameter param) => throw StandIn.CannotRun();

                protected virtual void RegisterComponents() => throw StandIn.CannotRun();

                public void Dispose() => Dispose(true);

                protected virtual void Dispose(bool disposing) => throw StandIn.CannotRun();
            }

            public class HookableModule<TPreHook, TPostHook> : Module
            {
                protected HookableModule(string name)
                    : base(name)
                {
                }
            }

            public abstract class Module<T, TResult> : HookableModule<Func<Module<T, TResult>, T, T>, Func<Module<T, TResult>, T, TResult, TResult>>
            {
                protected Module(string name)
                    : base(name)
                {
                }

                public abstract TResult forward(T input);

                public TResult call(T input) => throw StandIn.CannotRun();
            }

            public abstract class Module<T1, T2, TResult> : HookableModule<Func<Module<T1, T2, TResult>, T1, T2, (T1, T2)>, Func<Module<T1, T2, TResult>, T1, T2, TResult, TResult>>
            {
                protected Module(string name)
                    : base(name)
                {
                }

                public abstract TResult forward(T1 input1, T2 input2);

                public TResult call(T1 input1, T2 input2) => throw StandIn.CannotRun();
            }

            public abstract class Loss<T1, T2, TResult> : Module<T1, T2, TResult>
            {
                protected Loss(Reduction reduction)
                    : base(nameof(Loss<T1, T2, TResult>)) => throw StandIn.CannotRun();
            }

            public enum Reduction { None, Mean, Sum }

            public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device device = null) => throw StandIn.CannotRun();

            public static Conv2d Conv2d(long in_channels, long out_channels, long kernel_size, long stride = 1, Device device = null) => throw StandIn.CannotRun();

            public static Dropout Dropout(double p = 0.5, bool inplace = false) => throw StandIn.CannotRun();

            public static BatchNorm2d BatchNorm2d(long features, double eps = 1e-05, Device device = null) => throw StandIn.CannotRun();

            public static ReLU ReLU(bool inplace = false) => throw StandIn.CannotRun();

            public static Softmax Softmax(long dim) => throw StandIn.CannotRun();

            public static LogSoftmax LogSoftmax(long dim) => throw StandIn.CannotRun();

            public static Sigmoid Sigmoid() => throw StandIn.CannotRun();

            public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) => throw StandIn.CannotRun();

            public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) => throw StandIn.CannotRun();

            public static ModuleList<T> ModuleList<T>(params T[] modules)
                where T : Module => throw StandIn.CannotRun();

            public static Parameter Parameter(Tensor data, bool requires_grad = true) => throw StandIn.CannotRun();

            public static CrossEntropyLoss CrossEntropyLoss(Tensor weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean) => throw StandIn.CannotRun();

            public static NLLLoss NLLLoss(Tensor weight = null, Reduction reduction = Reduction.Mean) => throw StandIn.CannotRun();

            public static MSELoss MSELoss(Reduction reduction = Reduction.Mean) => throw StandIn.CannotRun();

            public static BCEWithLogitsLoss BCEWithLogitsLoss(Tensor weight = null, Reduction reduction = Reduction.Mean, Tensor pos_weights = null) => throw StandIn.CannotRun();

            public static BCELoss BCELoss(Tensor weight = null, Reduction reduction = Reduction.Mean) => throw StandIn.CannotRun();

            public static class functional
            {
                public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) => throw StandIn.CannotRun();

                public static Tensor relu(Tensor input, bool inplace = false) => throw StandIn.CannotRun();

                public static Tensor softmax(Tensor input, long dim) => throw StandIn.CannotRun();

                public static Tensor sigmoid(Tensor input) => throw StandIn.CannotRun();

                public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor weight = null, Reduction reduction = Reduction.Mean, Tensor pos_weights = null) => throw StandIn.CannotRun();

                public static Tensor log_softmax(Tensor input, long dim) => throw StandIn.CannotRun();

                public static Tensor max_pool2d(Tensor input, long kernelSize) => throw StandIn.CannotRun();

                public static Tensor cross_entropy(Tensor input, Tensor target, Tensor weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean) => throw StandIn.CannotRun();

                public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) => throw StandIn.CannotRun();

                public static Tensor nll_loss(Tensor input, Tensor target, Tensor weight = null, Reduction reduction = Reduction.Mean) => throw StandIn.CannotRun();
            }

            public static class utils
            {
                public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0) => throw StandIn.CannotRun();
            }
        }
    }

    public static class ModuleExtensionMethods
    {
        public static T to<T>(this T module, torch.Device device)
            where T : torch.nn.Module => throw StandIn.CannotRun();

        public static T cuda<T>(this T module, int deviceIndex = -1)
            where T : torch.nn.Module => throw StandIn.CannotRun();

        public static T cpu<T>(this T module)
            where T : torch.nn.Module => throw StandIn.CannotRun();

        public static T half<T>(this T module)
            where T : torch.nn.Module => throw StandIn.CannotRun();

        public static T @float<T>(this T module)
            where T : torch.nn.Module => throw StandIn.CannotRun();
    }

    public static class ScalarExtensionMethods
    {
        public static float ToSingle(this torch.Tensor value) => throw StandIn.CannotRun();

        public static int ToInt32(this torch.Tensor value) => throw StandIn.CannotRun();

        public static double ToDouble(this torch.Tensor value) => throw StandIn.CannotRun();
    }
}

namespace TorchSharp.Modules
{
    public class Parameter : torch.Tensor
    {
        public Parameter(torch.Tensor data, bool requires_grad = true) => throw StandIn.CannotRun();
    }

    public abstract class Layer : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        private protected Layer()
            : base("")
        {
        }

        public override torch.Tensor forward(torch.Tensor input) => throw StandIn.CannotRun();
    }

    public sealed class Linear : Layer;

    public sealed class Conv2d : Layer;

    public sealed class Dropout : Layer;

    public sealed class BatchNorm2d : Layer;

    public sealed class ReLU : Layer;

    public sealed class Softmax : Layer;

    public sealed class LogSoftmax : Layer;

    public sealed class Sigmoid : Layer;

    public class Sequential : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        internal Sequential()
            : base("")
        {
        }

        public override torch.Tensor forward(torch.Tensor input) => throw StandIn.CannotRun();

        public Sequential append(string name, torch.nn.Module module) => throw StandIn.CannotRun();
    }

    public class ModuleList<T> : torch.nn.Module, IEnumerable<T>
        where T : torch.nn.Module
    {
        public ModuleList(params T[] modules)
            : base("")
        {
        }

        public void Add(T module) => throw StandIn.CannotRun();

        public void append(T module) => throw StandIn.CannotRun();

        public IEnumerator<T> GetEnumerator() => throw StandIn.CannotRun();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw StandIn.CannotRun();
    }

    public abstract class WeightedLoss : torch.nn.Loss<torch.Tensor, torch.Tensor, torch.Tensor>
    {
        private protected WeightedLoss()
            : base(default)
        {
        }

        public override torch.Tensor forward(torch.Tensor input1, torch.Tensor input2) => throw StandIn.CannotRun();
    }

    public sealed class CrossEntropyLoss : WeightedLoss;

    public sealed class NLLLoss : WeightedLoss;

    public sealed class MSELoss : WeightedLoss;

    public sealed class BCELoss : WeightedLoss;

    public sealed class BCEWithLogitsLoss : WeightedLoss;
}
