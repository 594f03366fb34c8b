// SPDX-License-Identifier: Apache-2.0
// The linear map NAME of a model file: its weights NAME.weight and NAME.bias.
#pragma once

#include <string>

#include "nn/linear.h"
#include "nn/model_file.h"

namespace onrecord::nn {

// REQUIRES: names of weight_specs(), with these sizes. ERRORS: those of Linear::make.
inline Result<Linear> load_linear(const ModelFile& model, const std::string& name, std::size_t outputs,
                                  std::size_t inputs, Precision precision) {
  const std::vector<float> weight = model.weight(name + ".weight"), bias = model.weight(name + ".bias");
  return Linear::make(precision, weight.data(), bias.data(), outputs, inputs);
}

}  // namespace onrecord::nn
